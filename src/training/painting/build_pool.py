"""Renders the drawings of things from two icon packages into one coded pool.

    npm install @iconify-json/noto @iconify-json/fluent-emoji
    python3 build_pool.py --packages node_modules/@iconify-json --out pool

Writes pool/pool.bin (WebP images with opacity, one after the other) and pool/pool.json (a list of
{name, sub, set, at, size}). Each drawing is cropped to what is visible, and its longer side is SIDE
pixels. Needs the Python packages resvg-py and pillow.
"""
import argparse
import io
import json
import re
from pathlib import Path

SIDE = 184
QUALITY = 82
SETS = ("noto", "fluent-emoji")
HERE = Path(__file__).parent


def concepts():
    """[(emoji, name, Unicode's subgroup)] of every thing that can be drawn."""
    lines = (HERE / "concepts.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines]


def icon_of(package, emoji, name):
    """The icon's name in a package, or None."""
    icons, characters, aliases = package
    code = "-".join(f"{ord(c):x}" for c in emoji if ord(c) != 0xFE0F)
    slug = re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")
    for candidate in (characters.get(code), slug):
        candidate = aliases.get(candidate, {}).get("parent", candidate)
        if candidate in icons:
            return candidate
    return None


def load(folder):
    data = json.loads((folder / "icons.json").read_text())
    characters = json.loads((folder / "chars.json").read_text())
    return (data["icons"], characters, data.get("aliases", {})), data.get("width", 16)


def drawn(body, box, large=2 * SIDE):
    """The icon as an RGBA image, cropped to what is visible."""
    import resvg_py
    from PIL import Image
    width, height = box
    svg = (f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
           f'viewBox="0 0 {width} {height}" width="{large}" height="{large}">{body}</svg>')
    png = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)
    image = Image.open(io.BytesIO(png)).convert("RGBA")
    box = image.getchannel("A").point(lambda a: 255 if a > 8 else 0).getbbox()
    if box is None:
        return None
    image = image.crop(box)
    ratio = SIDE / max(image.size)
    size = tuple(max(1, round(s * ratio)) for s in image.size)
    return image.convert("RGBa").resize(size, Image.LANCZOS).convert("RGBA")


def coded(image):
    out = io.BytesIO()
    image.save(out, "WEBP", quality=QUALITY, alpha_quality=90, method=6)
    return out.getvalue()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--packages", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options = options.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    index, at, missing = [], 0, 0
    with open(options.out / "pool.bin", "wb") as file:
        for name_of_set in SETS:
            package, side = load(options.packages / name_of_set)
            for emoji, name, sub in concepts():
                icon = icon_of(package, emoji, name)
                if icon is None:
                    missing += 1
                    continue
                entry = package[0][icon]
                box = entry.get("width", side), entry.get("height", side)
                image = drawn(entry["body"], box)
                if image is None:
                    missing += 1
                    continue
                data = coded(image)
                file.write(data)
                index.append(dict(name=name, sub=sub, set=name_of_set, at=at, size=len(data)))
                at += len(data)
    (options.out / "pool.json").write_text(json.dumps(index))
    print(len(index), "drawings,", missing, "missing,", at, "bytes")


if __name__ == "__main__":
    main()
