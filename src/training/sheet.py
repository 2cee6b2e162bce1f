"""A contact sheet, for looking: one prompt a column, rows of different step counts, one seed."""
import argparse

import torch
from PIL import Image, ImageDraw

import flow
import patches
from model import LukisMini, load_exported, load_trained

PROMPTS = [
    "a red balloon", "a red balloon on the beach", "a red balloon on the beach at night",
    "a blue balloon on the beach at night", "a", "a red", "a red ba", "a red ballo",
    "a big yellow cat in the snow", "a cat and a dog in the meadow",
    "a rocket in space", "a castle in the mountains with a rainbow",
    "a small purple car in the city in the rain", "an owl above a tree at dusk",
    "an automobile on the ocean", "sunset in the desert",
    "kucing merah di pantai", "tiga balon biru", "two dogs in the garden", "seekor gajah saat hujan",
    "a cat, a dog and a bird", "rumah di desa di malam hari", "a shark underwater",
    "mobil kuning di sebelah kanan pohon",
]
COLUMNS = 8


def as_image(sample):
    """[3, height, width] in [-1, 1] -> PIL image."""
    pixels = ((sample + 1) * 127.5).round().clamp(0, 255).byte()
    return Image.fromarray(pixels.permute(1, 2, 0).numpy())


@torch.no_grad()
def paint(model, prompts, steps, seed):
    """All prompts from the same noise."""
    generator = torch.Generator().manual_seed(seed)
    noise = torch.randn(1, patches.CHANNELS, 16, 16, generator=generator)
    noise = noise.expand(len(prompts), -1, -1, -1)
    latents = flow.sample(model.unet, model.words(prompts), noise, steps)
    return [as_image(sample) for sample in model.vae_decoder(latents)]


def sheet(model, prompts, plans, seed):
    """plans: the steps of each row of a block; a block holds COLUMNS prompts."""
    blocks = [prompts[i:i + COLUMNS] for i in range(0, len(prompts), COLUMNS)]
    height = len(blocks) * (len(plans) * 128 + 14)
    page = Image.new("RGB", (COLUMNS * 128, height), "white")
    draw, top = ImageDraw.Draw(page), 0
    for block in blocks:
        for column, prompt in enumerate(block):
            draw.text((column * 128 + 2, top + 1), prompt[-21:], fill="black")
        top += 14
        for steps in plans:
            for column, image in enumerate(paint(model, block, steps, seed)):
                page.paste(image, (column * 128, top))
            top += 128
    return page


def load(args):
    model = LukisMini()
    if args.model:
        load_exported(model, args.model)
    else:
        load_trained(model, args.folder)
    return model.eval()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", help="of the trainers")
    parser.add_argument("--model", help="an exported model directory instead")
    parser.add_argument("--out", required=True)
    parser.add_argument("--steps", type=int, nargs="+", default=[1, 4])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--prompts", nargs="+", default=PROMPTS)
    args = parser.parse_args()
    torch.set_num_threads(2)
    sheet(load(args), args.prompts, args.steps, args.seed).save(args.out)


if __name__ == "__main__":
    main()
