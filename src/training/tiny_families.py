"""Tiny models with random weights in each family's exact interface, as Optimum exports them, and
what a whole generation with each gives, computed here with PyTorch and by formulas of its own.

    /usr/bin/python3 src/training/tiny_families.py src/test/resources/families

writes the directories that the Java tests load, and expected.json in each. The service's noise is
reproduced (see seeded_noise), so that both sides start from the same numbers.

    /usr/bin/python3 src/training/tiny_families.py --full-size DIRECTORY

writes a model whose denoiser has the size of Stable Diffusion Turbo's, with random weights: for
speed and memory, not for pictures.
"""

import json
import math
import os
import sys

import numpy as np
import torch

from tiny_graphs import Decoder, TextEncoder, Unet

WIDTH, HEIGHT = 96, 64
PROMPT = "a red balloon on the beach, at night"
NEGATIVE = "blurry"
SEED = 7
LENGTH = 77
CAPTIONS = [
    "a red balloon on the beach at night", "a blue cat in the forest", "the cat's hat",
    "two boats on the sea in the evening", "snow falling on mountains", "an old house, 1984",
]

# --- noise -------------------------------------------------------------------------------------

MASK = (1 << 64) - 1
GAMMA = 0x9E3779B97F4A7C15


def mix(value):
    z = (value + GAMMA) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def seeded_noise(seed, step_index, shape):
    """Standard normal, as dev.lukis.tensor.SeededNoise makes it; step index -1 is the beginning."""
    count = math.prod(shape)
    stream = mix((mix(seed) + step_index) & MASK)
    uniform = [(mix((stream + i * GAMMA) & MASK) >> 11) * 2.0**-53 for i in range(count + 1)]
    values = []
    for i in range(0, count, 2):
        radius = math.sqrt(-2 * math.log(1 - uniform[i]))
        angle = 2 * math.pi * uniform[i + 1]
        values += [radius * math.cos(angle), radius * math.sin(angle)]
    return torch.tensor(values[:count], dtype=torch.float32).reshape(shape)


# --- tokenizer ---------------------------------------------------------------------------------


def byte_letters():
    visible = [*range(33, 127), *range(161, 173), *range(174, 256)]
    hidden = [b for b in range(256) if b not in visible]
    letters = {b: chr(b) for b in visible}
    letters.update({b: chr(256 + i) for i, b in enumerate(hidden)})
    return [letters[b] for b in visible + hidden], letters


def learn_merges(words, count):
    pieces = [[*word[:-1], word[-1] + "</w>"] for word in words]
    merges = []
    while len(merges) < count:
        pairs = {}
        for word in pieces:
            for pair in zip(word, word[1:]):
                pairs[pair] = pairs.get(pair, 0) + 1
        if not pairs:
            break
        best = max(pairs, key=lambda pair: (pairs[pair], pair))
        merges.append(best)
        pieces = [apply_merge(word, best) for word in pieces]
    return merges


def apply_merge(word, pair):
    merged, i = [], 0
    while i < len(word):
        if i + 1 < len(word) and (word[i], word[i + 1]) == pair:
            merged.append(word[i] + word[i + 1])
            i += 2
        else:
            merged.append(word[i])
            i += 1
    return merged


def split(text):
    """CLIP's split of plain English; the Java tests compare harder texts with another tokenizer."""
    import re

    pattern = r"'s|'t|'re|'ve|'m|'ll|'d|[a-z]+|[0-9]|[^\sa-z0-9]+"
    return re.findall(pattern, " ".join(text.lower().split()))


class Clip:
    def __init__(self, pad):
        order, self.letters = byte_letters()
        words = ["".join(self.letters[b] for b in w.encode()) for c in CAPTIONS for w in split(c)]
        self.merges = learn_merges(words, 60)
        pieces = order + [letter + "</w>" for letter in order] + ["".join(m) for m in self.merges]
        pieces += ["<|startoftext|>", "<|endoftext|>"]
        self.ids = {}
        for piece in pieces:
            self.ids.setdefault(piece, len(self.ids))
        self.pad = pad

    def encode(self, text):
        ids = []
        for word in split(text):
            pieces = [self.letters[b] for b in word.encode()]
            pieces[-1] += "</w>"
            for pair in self.merges:
                pieces = apply_merge(pieces, pair)
            ids += [self.ids[piece] for piece in pieces]
        ids = [self.ids["<|startoftext|>"], *ids[: LENGTH - 2], self.ids["<|endoftext|>"]]
        return ids + [self.ids[self.pad]] * (LENGTH - len(ids))

    def write(self, folder):
        os.makedirs(folder, exist_ok=True)
        dump(f"{folder}/vocab.json", self.ids)
        with open(f"{folder}/merges.txt", "w") as file:
            file.write("#version: 0.2\n")
            file.writelines(f"{a} {b}\n" for a, b in self.merges)
        dump(f"{folder}/tokenizer_config.json", {"pad_token": self.pad, "model_max_length": LENGTH})

    def write_json(self, path):
        """The same tokenizer in the form of Hugging Face's tokenizers."""
        special = [
            {"id": self.ids[t], "content": t, "single_word": False, "lstrip": False,
             "rstrip": False, "normalized": False, "special": True}
            for t in ("<|startoftext|>", "<|endoftext|>")
        ]
        regex = r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"
        dump(path, {
            "version": "1.0", "truncation": None, "padding": None, "added_tokens": special,
            "normalizer": {"type": "Sequence", "normalizers": [
                {"type": "NFC"},
                {"type": "Replace", "pattern": {"Regex": r"\s+"}, "content": " "},
                {"type": "Lowercase"}]},
            "pre_tokenizer": {"type": "Sequence", "pretokenizers": [
                {"type": "Split", "pattern": {"Regex": regex}, "behavior": "Removed",
                 "invert": True},
                {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True}]},
            "post_processor": {"type": "RobertaProcessing",
                "sep": ["<|endoftext|>", self.ids["<|endoftext|>"]],
                "cls": ["<|startoftext|>", self.ids["<|startoftext|>"]],
                "trim_offsets": False, "add_prefix_space": False},
            "decoder": {"type": "ByteLevel", "add_prefix_space": True, "trim_offsets": True},
            "model": {"type": "BPE", "dropout": None, "unk_token": "<|endoftext|>",
                "continuing_subword_prefix": "", "end_of_word_suffix": "</w>",
                "fuse_unk": False, "vocab": self.ids,
                "merges": [f"{a} {b}" for a, b in self.merges]},
        })


# --- noise schedulers, by diffusers' formulas ----------------------------------------------------

BETAS = {"num_train_timesteps": 1000, "beta_start": 0.00085, "beta_end": 0.012,
         "beta_schedule": "scaled_linear", "prediction_type": "epsilon"}


def alphas_cumprod():
    betas = np.linspace(0.00085**0.5, 0.012**0.5, 1000) ** 2
    return np.cumprod(1 - betas)


def trailing(steps):
    return np.round(np.arange(1000, 0, -1000 / steps)) - 1


class Euler:
    """EulerDiscreteScheduler, and with fresh noise EulerAncestralDiscreteScheduler."""

    def __init__(self, steps, ancestral=False, v_prediction=False):
        self.timesteps = trailing(steps)
        sigmas = ((1 - alphas_cumprod()) / alphas_cumprod()) ** 0.5
        self.sigmas = np.append(np.interp(self.timesteps, np.arange(1000), sigmas), 0.0)
        self.initial = self.sigmas.max()
        self.ancestral, self.v_prediction = ancestral, v_prediction
        self.config = {"_class_name": "EulerDiscreteScheduler", "timestep_spacing": "trailing",
                       **BETAS}
        if ancestral:
            self.config["_class_name"] = "EulerAncestralDiscreteScheduler"
        if v_prediction:
            self.config["prediction_type"] = "v_prediction"

    def scale(self, sample, i):
        return sample / (self.sigmas[i] ** 2 + 1) ** 0.5

    def step(self, output, i, sample, noise):
        sigma, target = self.sigmas[i], self.sigmas[i + 1]
        if self.v_prediction:
            original = output * (-sigma / (sigma**2 + 1) ** 0.5) + sample / (sigma**2 + 1)
        else:
            original = sample - sigma * output
        derivative = (sample - original) / sigma
        if not self.ancestral:
            return sample + derivative * (target - sigma), original
        up = (target**2 * (sigma**2 - target**2) / sigma**2) ** 0.5
        down = (target**2 - up**2) ** 0.5
        return sample + derivative * (down - sigma) + noise() * up, original


class Lcm:
    def __init__(self, steps):
        origin = np.arange(1, 51) * 20 - 1
        chosen = np.floor(np.linspace(0, 50, num=steps, endpoint=False)).astype(int)
        self.timesteps = origin[::-1][chosen].astype(float)
        self.alphas = alphas_cumprod()
        self.initial = 1.0
        self.config = {"_class_name": "LCMScheduler", "original_inference_steps": 50,
                       "clip_sample": False, "set_alpha_to_one": True, "steps_offset": 1, **BETAS}

    def scale(self, sample, i):
        return sample

    def step(self, output, i, sample, noise):
        t = int(self.timesteps[i])
        a = self.alphas[t]
        original = (sample - (1 - a) ** 0.5 * output) / a**0.5
        scaled = t * 10.0
        skip = 0.25 / (scaled**2 + 0.25)
        out = scaled / (scaled**2 + 0.25) ** 0.5
        denoised = out * original + skip * sample
        if i + 1 == len(self.timesteps):
            return denoised, denoised
        b = self.alphas[int(self.timesteps[i + 1])]
        return b**0.5 * denoised + (1 - b) ** 0.5 * noise(), denoised


class Ddim:
    def __init__(self, steps):
        stride = 1000 // steps
        self.timesteps = (np.arange(steps) * stride)[::-1].astype(float) + 1
        self.stride, self.alphas, self.initial = stride, alphas_cumprod(), 1.0
        self.config = {"_class_name": "DDIMScheduler", "timestep_spacing": "leading",
                       "steps_offset": 1, "clip_sample": False, "set_alpha_to_one": False, **BETAS}

    def scale(self, sample, i):
        return sample

    def step(self, output, i, sample, noise):
        t = int(self.timesteps[i])
        a = self.alphas[t]
        b = self.alphas[t - self.stride] if t >= self.stride else self.alphas[0]
        original = (sample - (1 - a) ** 0.5 * output) / a**0.5
        return b**0.5 * original + (1 - b) ** 0.5 * output, original


# --- pipelines -----------------------------------------------------------------------------------


def guidance_embedding(scale, width):
    half = width // 2
    rates = torch.exp(torch.arange(half) * -(math.log(10000.0) / (half - 1)))
    angles = (scale - 1) * 1000.0 * rates
    return torch.cat([torch.sin(angles), torch.cos(angles)])[None]


class Case:
    """One family: its parts, and how a generation goes."""

    def __init__(self, name, pipeline, scheduler, guidance=1.0, timestep=((), torch.int64),
                 half=False, guidance_width=0, xl=False, ids=torch.int32, tiny=False, scaling=0.18215):
        self.name, self.pipeline, self.scheduler, self.guidance = name, pipeline, scheduler, guidance
        self.timestep, self.half, self.guidance_width, self.xl = timestep, half, guidance_width, xl
        self.ids, self.tiny, self.scaling = ids, tiny, scaling
        torch.manual_seed(sum(name.encode()))
        self.clips = [Clip("<|endoftext|>")] + ([Clip("!")] if xl else [])
        size = len(self.clips[0].ids)
        end = self.clips[0].ids["<|endoftext|>"]
        self.encoders = [TextEncoder(size, 8, LENGTH, end, hidden=xl)]
        if xl:
            self.encoders.append(TextEncoder(size, 12, LENGTH, end, hidden=True, projection=6))
        self.unet = Unet(20 if xl else 8, guidance_width, 6 if xl else 0)
        self.decoder = Decoder(8)
        self.tiny_decoder = Decoder(8)
        self.modules = [*self.encoders, self.unet, self.decoder, self.tiny_decoder]
        for module in self.modules:
            module.eval()
            if half:  # What is exported has lost the bits already, so the reference has too.
                module.load_state_dict({k: v.half().float() for k, v in module.state_dict().items()})

    def conditioning(self, text, zeros=False):
        outputs = []
        for clip, encoder in zip(self.clips, self.encoders):
            outputs.append(encoder(torch.tensor([clip.encode(text)])))
        if not self.xl:
            return outputs[0][0], None
        states = torch.cat([outputs[0][-2], outputs[1][-2]], dim=-1)
        pooled = outputs[1][0]
        return (states * 0, pooled * 0) if zeros else (states, pooled)

    def predict(self, sample, timestep, states, pooled):
        extra = []
        if self.guidance_width:
            extra.append(guidance_embedding(self.guidance, self.guidance_width))
        if self.xl:
            extra += [pooled, torch.tensor([[HEIGHT, WIDTH, 0, 0, HEIGHT, WIDTH]]).float()]
        return self.unet(sample, torch.tensor([float(timestep)]), states, *extra)

    def run(self, negative):
        prompt = self.conditioning(PROMPT)
        twice = self.guidance > 1 and not self.guidance_width
        unprompted = self.conditioning(negative, zeros=self.xl and not negative) if twice else None
        shape = (4, HEIGHT // 8, WIDTH // 8)
        sample = seeded_noise(SEED, -1, shape)[None] * self.scheduler.initial
        for i, t in enumerate(self.scheduler.timesteps):
            scaled = self.scheduler.scale(sample, i).float()
            output = self.predict(scaled, t, *prompt)
            if twice:
                base = self.predict(scaled, t, *unprompted)
                output = base + self.guidance * (output - base)
            noise = lambda: seeded_noise(SEED, i, shape)[None]
            sample, predicted = self.scheduler.step(output, i, sample, noise)
            sample = sample.float()
            if i == 0:
                first = predicted.float()
        return sample, self.decoder(sample / self.scaling), first

    def write(self, root):
        folder = f"{root}/{self.name}"
        for i, (clip, encoder) in enumerate(zip(self.clips, self.encoders)):
            suffix = "_2" if i else ""
            clip.write(f"{folder}/tokenizer{suffix}")
            encoder.export(f"{folder}/text_encoder{suffix}", self.ids, self.half)
        self.unet.export(f"{folder}/unet", self.timestep, self.half)
        self.decoder.export(f"{folder}/vae_decoder", self.half)
        dump(f"{folder}/vae_decoder/config.json",
             {"block_out_channels": [1, 1, 1, 1], "scaling_factor": self.scaling})
        if self.tiny:
            self.tiny_decoder.export(f"{folder}/tiny_vae_decoder", self.half)
        os.makedirs(f"{folder}/scheduler", exist_ok=True)
        dump(f"{folder}/scheduler/scheduler_config.json", self.scheduler.config)
        dump(f"{folder}/model_index.json", {"_class_name": self.pipeline})
        self.write_expected(folder)

    def write_expected(self, folder):
        runs = []
        for negative in [NEGATIVE, ""] if self.guidance > 1 and not self.guidance_width else [""]:
            with torch.no_grad():
                latents, pixels, first = self.run(negative)
            run = {"negativePrompt": negative, "latents": rounded(latents),
                   "firstPrediction": rounded(first[:, :, ::3, ::3]),
                   "pixels": rounded(pixels.reshape(-1)[::101])}
            if self.tiny:
                with torch.no_grad():
                    run["tinyPixels"] = rounded(self.tiny_decoder(latents).reshape(-1)[::101])
            runs.append(run)
        dump(f"{folder}/expected.json", {
            "prompt": PROMPT, "seed": SEED, "width": WIDTH, "height": HEIGHT,
            "steps": len(self.scheduler.timesteps), "guidanceScale": self.guidance,
            "pixelStride": 101, "tokens": [clip.encode(PROMPT) for clip in self.clips],
            "runs": runs})


def rounded(tensor):
    return [float(f"{value:.6g}") for value in tensor.reshape(-1).tolist()]


def dump(path, value):
    with open(path, "w") as file:
        json.dump(value, file, ensure_ascii=False, separators=(",", ":"))
        file.write("\n")


CASES = [
    lambda: Case("sd-turbo", "StableDiffusionPipeline", Euler(1), tiny=True),
    lambda: Case("sd-guided", "StableDiffusionPipeline", Ddim(3), 7.5, ((None,), torch.float32),
                 ids=torch.int64),
    lambda: Case("sd-velocity", "StableDiffusionPipeline", Euler(3, v_prediction=True), 4.0,
                 ((1,), torch.int64)),
    lambda: Case("sd-half", "StableDiffusionPipeline", Euler(2), 2.0, ((None,), torch.float16),
                 half=True),
    lambda: Case("lcm", "LatentConsistencyModelPipeline", Lcm(3), 8.5, guidance_width=32),
    lambda: Case("sdxl", "StableDiffusionXLPipeline", Euler(3, ancestral=True), 5.0, xl=True,
                 scaling=0.13025),
]

if __name__ == "__main__":
    if sys.argv[1] == "--full-size":
        from full_size import write

        write(sys.argv[2], Clip("!"))
    else:
        root = sys.argv[1]
        for case in CASES:
            case().write(root)
        Clip("<|endoftext|>").write_json(f"{root}/clip-tokenizer.json")
