"""The four parts of lukis-mini together, and where their weights are kept."""
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

    @property
    def codec(self):
        return self.vae_decoder.linear


def load_exported(model, directory):
    """Takes the weights of an exported model directory, for training to go on from them."""
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
