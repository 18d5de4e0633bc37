"""Rewards on their way from the card to the hand, and gifts that no card was filled for."""
