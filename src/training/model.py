"""The parts of lukis-mini together, and where their weights are kept."""
import os

import onnx
import torch
from onnx import numpy_helper

from decoder import PatchDecoder
from denoiser import UNet
from text_encoder import TextEncoder
from tokenizer import Tokenizer

PARTS = ("text_encoder", "unet", "vae_decoder")


class LukisMini(torch.nn.Module):
    """Text encoder, denoiser and decoder; attribute names are the folders of the exported model."""

    def __init__(self):
        super().__init__()
        self.tokenizer = Tokenizer()
        self.text_encoder = TextEncoder(len(self.tokenizer.vocab))
        self.unet = UNet()
        self.vae_decoder = PatchDecoder()

    def ids(self, captions):
        return torch.tensor([self.tokenizer.encode(caption) for caption in captions])

    def words(self, captions):
        return self.text_encoder(self.ids(captions))


def load_trained(model, folder):
    """Takes what the trainers left in their folder."""
    model.vae_decoder.load_state_dict(_load(folder, "decoder"))
    model.unet.codec.load_state_dict(model.vae_decoder.linear.state_dict())
    for part in ("stamps", "backdrop"):
        getattr(model.unet.composition, part).load_state_dict(_load(folder, part))
    reader = _load(folder, "reader")["average"]
    model.text_encoder.load_state_dict(_under("text_encoder.", reader))
    model.unet.reading.load_state_dict(_under("reading.", reader))
    refined = _load(folder, "denoiser")
    model.unet.refinement.load_state_dict(refined["average"])
    model.unet.scaling.deviation.copy_(refined["deviation"])


def _load(folder, name):
    return torch.load(os.path.join(folder, name + ".pt"))


def _under(prefix, weights):
    return {name[len(prefix):]: value for name, value in weights.items()
            if name.startswith(prefix)}


def load_exported(model, directory):
    """Takes the weights of an exported model directory."""
    for part in PARTS:
        graph = onnx.load(os.path.join(directory, part, "model.onnx")).graph
        stored = {i.name: torch.tensor(numpy_helper.to_array(i).astype("float32"))
                  for i in graph.initializer}
        module = getattr(model, part)
        known = {name: stored[name] for name in module.state_dict() if name in stored}
        missing = set(module.state_dict()) - set(known)
        if missing:
            raise ValueError(f"{directory}/{part}: no weights for {sorted(missing)}")
        module.load_state_dict(known)


def save_part(module, path):
    """Writes one part's weights whole or not at all."""
    torch.save(module.state_dict(), path + ".new")
    os.replace(path + ".new", path)
