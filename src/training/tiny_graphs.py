"""The graphs of tiny_families.py: every input and output that the real ones have, in a few layers."""

import json
import math
import os

import onnx
import onnx.numpy_helper
import torch
from onnx import TensorProto
from torch import nn

OPSET = 14
GRAPHS = "model.onnx"


def export(module, folder, arguments, names, outputs, axes, half=False):
    os.makedirs(folder, exist_ok=True)
    path = f"{folder}/{GRAPHS}"
    torch.onnx.export(module, arguments, path, input_names=names, output_names=outputs,
                      dynamic_axes=axes, opset_version=OPSET)
    if half:
        halve(path)


def halve(path):
    """Single to half precision throughout, as an export with --dtype fp16 has it."""
    model = onnx.load(path)

    def narrow(tensor):
        if tensor.data_type == TensorProto.FLOAT:
            array = onnx.numpy_helper.to_array(tensor).astype("float16")
            tensor.CopyFrom(onnx.numpy_helper.from_array(array, tensor.name))

    for tensor in model.graph.initializer:
        narrow(tensor)
    # The scales of a Resize stay as they are.
    kept = {name for node in model.graph.node if node.op_type == "Resize" for name in node.input[1:]}
    for node in model.graph.node:
        if kept.intersection(node.output):
            continue
        for attribute in node.attribute:
            if attribute.type == onnx.AttributeProto.TENSOR:
                narrow(attribute.t)
            if node.op_type == "Cast" and attribute.name == "to" and attribute.i == TensorProto.FLOAT:
                attribute.i = TensorProto.FLOAT16
    for value in [*model.graph.input, *model.graph.output, *model.graph.value_info]:
        if value.type.tensor_type.elem_type == TensorProto.FLOAT:
            value.type.tensor_type.elem_type = TensorProto.FLOAT16
    onnx.checker.check_model(model)
    onnx.save(model, path)


class Attention(nn.Module):
    def __init__(self, width, context):
        super().__init__()
        self.q, self.k = nn.Linear(width, width), nn.Linear(context, width)
        self.v, self.out = nn.Linear(context, width), nn.Linear(width, width)

    def forward(self, x, context):
        weights = torch.softmax(self.q(x) @ self.k(context).transpose(1, 2) * 0.3, dim=-1)
        return x + self.out(weights @ self.v(context))


class TextEncoder(nn.Module):
    """CLIP's interface: the last hidden states and a pooled vector, or a projection and all states."""

    def __init__(self, vocabulary, width, length, end, hidden=False, projection=0):
        super().__init__()
        self.width, self.length, self.end = width, length, end
        self.hidden, self.projection = hidden, projection
        self.embedding = nn.Embedding(vocabulary, width)
        self.position = nn.Embedding(length, width)
        self.layers = nn.ModuleList([Attention(width, width) for _ in range(2)])
        self.norm = nn.LayerNorm(width)
        self.project = nn.Linear(width, max(projection, 1), bias=False)

    def forward(self, ids):
        ids = ids.long()
        x = self.embedding(ids) + self.position.weight[: ids.shape[1]]
        states = [x]
        for layer in self.layers:
            x = layer(x, x)
            states.append(x)
        last = self.norm(x)
        at = (ids == self.end).int().argmax(dim=-1)
        pooled = last.gather(1, at[:, None, None].expand(-1, 1, self.width))[:, 0]
        first = [self.project(pooled), last] if self.projection else [last, pooled]
        return tuple(first + (states if self.hidden else []))

    def export(self, folder, ids, half):
        names = ["text_embeds", "last_hidden_state"] if self.projection else [
            "last_hidden_state", "pooler_output"]
        if self.hidden:
            names += [f"hidden_states.{i}" for i in range(3)]
        axes = {"input_ids": {0: "batch_size", 1: "sequence_length"}}
        for name in names:
            axes[name] = {0: "batch_size"}
            if "hidden" in name:
                axes[name][1] = "sequence_length"
        export(self, folder, torch.zeros(1, self.length, dtype=ids), ["input_ids"], names, axes, half)
        with open(f"{folder}/config.json", "w") as file:
            json.dump({"hidden_size": self.width, "max_position_embeddings": self.length}, file)


class Unet(nn.Module):
    """The interface of diffusers' UNet2DConditionModel."""

    def __init__(self, context, guidance=0, pooled=0, width=8):
        super().__init__()
        self.context, self.guidance, self.pooled, self.width = context, guidance, pooled, width
        self.time = nn.Linear(width, width)
        if guidance:
            self.cond = nn.Linear(guidance, width, bias=False)
        if pooled:
            self.add = nn.Linear(pooled + 6 * width, width)
        self.enter = nn.Conv2d(4, width, 3, padding=1)
        self.down = nn.Conv2d(width, width, 3, stride=2, padding=1)
        self.attention = Attention(width, context)
        self.leave = nn.Conv2d(2 * width, 4, 3, padding=1)

    def wave(self, values):
        half = self.width // 2
        rates = torch.exp(torch.arange(half) * (-math.log(10000.0) / half)).to(values.dtype)
        angles = values[:, None] * rates
        return torch.cat([torch.cos(angles), torch.sin(angles)], dim=-1)

    def forward(self, sample, timestep, states, *extra):
        extra = list(extra)
        timestep = timestep.to(sample.dtype).reshape(-1).expand(sample.shape[0])
        wave = self.wave(timestep)
        if self.guidance:
            wave = wave + self.cond(extra.pop(0))
        embedding = self.time(wave)
        if self.pooled:
            pooled, sizes = extra
            told = self.wave(sizes.reshape(-1)).reshape(sample.shape[0], -1)
            embedding = embedding + self.add(torch.cat([pooled, told], dim=-1))
        fine = torch.tanh(self.enter(sample) + embedding[:, :, None, None])
        coarse = torch.tanh(self.down(fine))
        rows = coarse.flatten(2).transpose(1, 2)
        rows = self.attention(rows, states)
        coarse = rows.transpose(1, 2).reshape(coarse.shape)
        grown = nn.functional.interpolate(coarse, scale_factor=2.0, mode="nearest")
        return self.leave(torch.cat([fine, grown], dim=1))

    def export(self, folder, timestep, half):
        """timestep: its shape, None where a size is open, and its type."""
        shape, kind = timestep
        names = ["sample", "timestep", "encoder_hidden_states"]
        arguments = [torch.zeros(2, 4, 8, 8),
                     torch.zeros([2 if size is None else size for size in shape],
                                 dtype=torch.float32 if kind == torch.float16 else kind),
                     torch.zeros(2, 77, self.context)]
        axes = {"sample": {0: "batch_size", 2: "height", 3: "width"},
                "encoder_hidden_states": {0: "batch_size", 1: "sequence_length"},
                "out_sample": {0: "batch_size", 2: "height", 3: "width"}}
        if None in shape:
            axes["timestep"] = {0: "batch_size"}
        for name, width in [("timestep_cond", self.guidance), ("text_embeds", self.pooled)]:
            if width:
                names.append(name)
                arguments.append(torch.zeros(2, width))
                axes[name] = {0: "batch_size"}
        if self.pooled:
            names.append("time_ids")
            arguments.append(torch.zeros(2, 6))
            axes["time_ids"] = {0: "batch_size"}
        export(self, folder, tuple(arguments), names, ["out_sample"], axes, half)
        with open(f"{folder}/config.json", "w") as file:
            json.dump({"in_channels": 4, "sample_size": 8}, file)


class Decoder(nn.Module):
    """Latents to pixels, eight times as large."""

    def __init__(self, width):
        super().__init__()
        self.enter, self.leave = nn.Conv2d(4, width, 3, padding=1), nn.Conv2d(width, 3, 3, padding=1)

    def forward(self, latents):
        x = torch.tanh(self.enter(latents))
        return torch.tanh(self.leave(nn.functional.interpolate(x, scale_factor=8.0, mode="nearest")))

    def export(self, folder, half=False):
        axes = {"latent_sample": {0: "batch_size", 2: "height", 3: "width"},
                "sample": {0: "batch_size", 2: "height", 3: "width"}}
        export(self, folder, torch.zeros(1, 4, 8, 8), ["latent_sample"], ["sample"], axes, half)
