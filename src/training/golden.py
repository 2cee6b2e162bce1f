"""Golden files: what the tokenizer and each exported graph answer, for tests in other languages."""
import json
import math
import os

import torch

import patches
import text_encoder

CAPTIONS = [
    "", "a", "a r", "a red", "a red b", "a red ballo", "a red balloon", "a red balloon on the be",
    "a red balloon on the beach at night", "a blue balloon on the beach at night",
    "A RED BALLOON", "A small Red Car, and a BIG tree!", "two cats", "cats and dogs",
    "a café in the città", "naïve façade", "ice cream", "icecream", "an ice-cream", "rock'n'roll",
    "a giraffe on a skateboard", "zzzzqx", "snow-covered mountains (at dawn)", "3 stars, 2 moons",
    "  spaces   everywhere  ", "tab\tand\nnewline", "a cat 猫 here", "кот на пляже", "emoji 🎈 balloon",
    "50% of $100 & more", "under_score", "e.g. this; that: these", "kucing merah di pantai",
    "tiga balon biru di malam hari", "kupu-kupu dan kura-kura", "Sebuah MOBIL kuning, hujan",
    "a whale in space under the stars", "automobile in the rain at dusk", "sunfl", "helicop",
    "the quick brown fox jumps over the lazy dog again and again and again until the text is much "
    "longer than the model can read at once", "mountainsmountainsmountains", "x" * 101,
]


def wave(*shape, rate=0.37):
    """Input that any language can make again: sin(rate * i) over the flat index i."""
    count = math.prod(shape)
    return torch.tensor([math.sin(rate * i) for i in range(count)]).reshape(shape)


def summary(output):
    flat = output.flatten().double()
    return {"shape": list(output.shape), "first": [round(v, 6) for v in flat[:32].tolist()],
            "mean": flat.mean().item(), "deviation": flat.std(unbiased=False).item()}


@torch.no_grad()
def forward_cases(model):
    """One case for each graph. The inputs are named; wave(rate) is sin(rate * flat index)."""
    ids = model.ids(["a red balloon on the be", "a cat"])
    sample = wave(2, patches.CHANNELS, 16, 16)
    words = wave(2, text_encoder.ROWS, text_encoder.WIDTH, rate=0.11)
    timestep = torch.tensor([900.0, 350.0])
    return {
        "text_encoder": {"input_ids": ids.tolist(), "output": summary(model.text_encoder(ids))},
        "unet": {"sample": {"wave": 0.37, "shape": list(sample.shape)},
                 "timestep": timestep.tolist(),
                 "encoder_hidden_states": {"wave": 0.11, "shape": list(words.shape)},
                 "output": summary(model.unet(sample, timestep, words))},
        "vae_decoder": {"latent_sample": {"wave": 0.37, "shape": list(sample.shape)},
                        "output": summary(model.vae_decoder(sample))},
    }


def write(model, directory):
    tokens = [{"caption": text, "ids": model.tokenizer.encode(text)} for text in CAPTIONS]
    for name, content in (("golden-tokens.json", tokens),
                          ("golden-forward.json", forward_cases(model))):
        with open(os.path.join(directory, name), "w", encoding="utf-8") as out:
            json.dump(content, out, ensure_ascii=False, indent=1)
