### Backups, and what the bot says of itself.

## What owners are told

# $fault: why there is no backup.
notice-backup-failed = { $fault ->
    [no-space] Last night's backup failed: the disk of the machine is full. Please make room there.
    [not-writable] Last night's backup failed: its folder can't be written. Please look at the disk and at the folder's rights.
    [books] Last night's backup failed: the copy was checked and did not add up. Keep the older backups and have <code>python -m bot doctor</code> run on the machine today.
   *[other] Last night's backup failed. The log on the machine says why.
} The cards are not touched, and the last good backups are kept. I try again every hour.
# $megabytes: the most that can be sent.
notice-backup-too-big = The backup is made and good, but its copy is larger than the { $megabytes } MB that Telegram takes, so it stays on the machine. Please copy the folder of backups somewhere else now and then.
# $day, $time: when the backup was made, by the cafe's clock.
notice-backup-restored = The cafe was restored from the backup of { DATETIME($day, dateStyle: "medium") }, { $time }. What was entered after that is not on the cards. Codes and open visits of then have ended; new receipts go on with higher numbers. Please look through /staff: people hired since then are not in it.
# $day: when it was made. Under the file that owners get.
backup-caption = Backup of { DATETIME($day, dateStyle: "medium") }, encrypted. Only your passphrase opens it.

## A button drawn in a time that a restored backup took back; at most 200 characters.

error-lost-time = This message is from a time before the cafe's data was restored, so its buttons no longer hold. Ask for a new code, or open the screen again.

## /about

about-this = This is One More Cup, a loyalty card for small cafes. It runs on the cafe's own machine.
# $schema: the version of the data's form.
about-version = Version { $version } · data version { $schema } · { $database }
# $hours: since the newest good backup.
about-backup = Last backup: { $hours ->
    [0] less than an hour ago, checked
    [one] { $hours } hour ago, checked
   *[other] { $hours } hours ago, checked
}.
about-backup-failed = The last backup failed. <code>python -m bot doctor</code> on the machine says what to do.
about-no-backup = There is no backup yet: the first is made tonight.
about-copies = { $where ->
    [away] An encrypted copy of it is in this chat.
    [late] No copy has left the machine for two days.
   *[here] The only copies are on this machine. A passphrase in its settings (BACKUP_PASSPHRASE) sends you one each night.
}
about-licence = MIT licence: use it, change it, pass it on. The source is the program itself, on your machine.
