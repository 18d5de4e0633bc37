"""What a bot's HTTP request carries: parameters and uploaded files.

It reads query, form, JSON and multipart; it doesn't judge them.
"""

import json
from dataclasses import dataclass, field

from aiohttp import BodyPartReader, MultipartReader, web

from bot.sandbox.refusals import Json, Refusal, bad_request
from bot.sandbox.schema import facts


@dataclass(frozen=True, slots=True)
class Upload:
    """A file inside a request."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Call:
    """Parameters as they came, and the files by the name of their part."""

    params: Json = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)


async def read_call(request: web.Request) -> Call:
    """Everything in the request. Raises Refusal when it can't be read."""
    params: Json = dict(request.query)
    if request.method != "POST" or not request.body_exists:
        return Call(params)
    if request.content_type == "application/json":
        params.update(await _read_json(request))
        return Call(params)
    if request.content_type == "multipart/form-data":
        uploads = await _read_parts(await request.multipart(), params)
        return Call(params, uploads)
    # aiohttp's post() keeps the first of repeated names apart; Telegram knows no repeated names
    form = await request.post()
    params.update({name: value for name, value in form.items() if isinstance(value, str)})
    return Call(params)


async def _read_json(request: web.Request) -> Json:
    try:
        body = json.loads(await request.text() or "{}")
    except ValueError:
        raise bad_request("can't parse the request body as JSON") from None
    if not isinstance(body, dict):
        raise bad_request("the request body must be a JSON object")
    return {name: value for name, value in body.items() if value is not None}


async def _read_parts(reader: MultipartReader, params: Json) -> dict[str, Upload]:
    uploads: dict[str, Upload] = {}
    most = facts()["extra"]["upload_bytes"]
    async for part in reader:
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read())
        if len(content) > most:
            raise Refusal(413, "Request Entity Too Large")
        if part.filename is None:
            params[part.name] = content.decode("utf-8", "replace")
        else:
            uploads[part.name] = Upload(part.filename, content)
    return uploads
