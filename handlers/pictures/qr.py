"""A link as a QR picture that a phone's camera reads off another phone, a poster or a worn screen.

Not here: which link, and who may use it.
"""

import io
from typing import Final

import qrcode
from qrcode.constants import ERROR_CORRECT_M
from qrcode.image.pil import PilImage

_BOX: Final = 10  # pixels a module: Telegram's recompression blurs less than that
_QUIET_ZONE: Final = 4  # modules of white around, as the standard asks; dark mode would swallow the edge


def draw_qr(link: str) -> bytes:
    """The link as PNG. Slow enough (tens of milliseconds) to be drawn in a worker thread."""
    code = qrcode.QRCode(
        error_correction=ERROR_CORRECT_M, box_size=_BOX, border=_QUIET_ZONE, image_factory=PilImage
    )
    code.add_data(link)
    code.make(fit=True)
    png = io.BytesIO()
    code.make_image().save(png, format="PNG")
    return png.getvalue()
