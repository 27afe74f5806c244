"""A photo that somebody uploads, made safe to show: drawn anew, small, with nothing else in it."""

from io import BytesIO

from survey_app.core.errors import InvalidInputError

LARGEST_UPLOAD = 16 * 1024 * 1024
MOST_PIXELS = 60_000_000
"""More is no photo of a telephone, and costs more memory than a village's server has."""

SIDE = 1600
QUALITY = 80
FORMATS = ("JPEG", "PNG", "WEBP")


class NoPictureError(InvalidInputError):
    """What was sent is no photo that can be shown."""


def developed(data: bytes, *, side: int = SIDE) -> bytes:
    """Give the picture as a JPEG that stands upright, at most ``side`` wide and high.

    Every pixel is drawn anew, so that nothing comes along: no place, no device, no second file
    hidden behind the first. Raises NoPictureError for what is no JPEG, PNG or WebP.
    """
    from PIL import Image, ImageOps  # noqa: PLC0415 — slow import

    try:
        with Image.open(BytesIO(data), formats=FORMATS) as found:
            if found.width * found.height > MOST_PIXELS:
                raise NoPictureError("the picture has too many pixels")
            found.draft("RGB", (side, side))
            upright = ImageOps.exif_transpose(found).convert("RGBA")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise NoPictureError("this is no picture") from error
    upright.thumbnail((side, side))
    paper = Image.new("RGB", upright.size, "white")
    paper.paste(upright, mask=upright.getchannel("A"))
    made = BytesIO()
    paper.save(made, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return made.getvalue()
