"""A photo comes out upright and small, with nothing in it but the picture."""

from io import BytesIO

import pytest
from PIL import Image

from survey_app.core.pictures import SIDE, NoPictureError, developed

SECRET = b"51.0N 5.3E, toestel van Jan"


def photo(kind: str = "JPEG", size: tuple[int, int] = (400, 200), **more) -> bytes:
    made = BytesIO()
    Image.new("RGB", size, "teal").save(made, kind, **more)
    return made.getvalue()


def read(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_photo_of_every_common_kind_becomes_a_jpeg(kind) -> None:
    made = read(developed(photo(kind)))

    assert (made.format, made.size) == ("JPEG", (400, 200))


def test_large_photo_becomes_small() -> None:
    assert read(developed(photo(size=(4000, 3000)))).size == (SIDE, SIDE * 3 // 4)


def test_place_and_device_do_not_come_along() -> None:
    exif = Image.Exif()
    exif[0x010F] = SECRET.decode()
    sent = photo(exif=exif) + SECRET
    assert SECRET in sent

    made = developed(sent)

    assert SECRET not in made
    assert not read(made).getexif()


def test_photo_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    assert read(developed(photo(exif=exif))).size == (200, 400)


def test_what_is_see_through_lies_on_white() -> None:
    made = BytesIO()
    Image.new("RGBA", (10, 10), (255, 0, 0, 0)).save(made, "PNG")

    assert read(developed(made.getvalue())).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"GIF89a" + b"\x00" * 40,
        b"%PDF-1.7",
        photo()[:300],
        photo("PNG")[:60],
        b"\xff\xd8\xff\xe0" + b"\x00" * 100,
    ],
)
def test_what_is_no_photo_is_refused(data) -> None:
    with pytest.raises(NoPictureError):
        developed(data)


def test_picture_that_would_fill_the_memory_is_refused() -> None:
    with pytest.raises(NoPictureError):
        developed(photo("PNG", size=(9000, 9000)))
