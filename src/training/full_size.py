"""A model whose denoiser has Stable Diffusion Turbo's size, with random weights.

The layers, their widths and their order follow the published configuration of Stable Diffusion
2.1's UNet, 866 million parameters. The graph is traced without its weights; they are written beside
it in the meantime, so that they are in memory once. Text encoder and decoder are tiny: what is
measured with it are the denoiser's steps.
"""

import json
import math
import os

import numpy as np
import onnx
import torch
from torch import nn

from tiny_graphs import Decoder, TextEncoder

WIDTHS = [320, 640, 1280, 1280]
HEADS = [5, 10, 20, 20]
CONTEXT = 1024
TIME = 1280
DATA = "model.onnx_data"


class Residual(nn.Module):
    def __init__(self, before, after):
        super().__init__()
        self.norm1, self.norm2 = nn.GroupNorm(32, before), nn.GroupNorm(32, after)
        self.conv1 = nn.Conv2d(before, after, 3, padding=1)
        self.conv2 = nn.Conv2d(after, after, 3, padding=1)
        self.time = nn.Linear(TIME, after)
        self.skip = nn.Conv2d(before, after, 1) if before != after else nn.Identity()
        self.act = nn.SiLU()

    def forward(self, x, t):
        h = self.conv1(self.act(self.norm1(x))) + self.time(self.act(t))[:, :, None, None]
        return self.skip(x) + self.conv2(self.act(self.norm2(h)))


class Attention(nn.Module):
    def __init__(self, width, context, heads):
        super().__init__()
        self.heads = heads
        self.q = nn.Linear(width, width, bias=False)
        self.k = nn.Linear(context, width, bias=False)
        self.v = nn.Linear(context, width, bias=False)
        self.out = nn.Linear(width, width)

    def split(self, x):
        return x.reshape(x.shape[0], x.shape[1], self.heads, -1).transpose(1, 2)

    def forward(self, x, context):
        q, k, v = self.split(self.q(x)), self.split(self.k(context)), self.split(self.v(context))
        weights = torch.softmax(q @ k.transpose(2, 3) / math.sqrt(q.shape[-1]), dim=-1)
        return self.out((weights @ v).transpose(1, 2).reshape(x.shape))


class Transformer(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.norm = nn.GroupNorm(32, width)
        self.enter, self.leave = nn.Linear(width, width), nn.Linear(width, width)
        self.norms = nn.ModuleList([nn.LayerNorm(width) for _ in range(3)])
        self.own, self.cross = Attention(width, width, heads), Attention(width, CONTEXT, heads)
        self.gate, self.down = nn.Linear(width, 8 * width), nn.Linear(4 * width, width)

    def forward(self, x, context):
        rows = self.enter(self.norm(x).flatten(2).transpose(1, 2))
        own = self.norms[0](rows)
        rows = rows + self.own(own, own)
        rows = rows + self.cross(self.norms[1](rows), context)
        value, gate = self.gate(self.norms[2](rows)).chunk(2, dim=-1)
        rows = rows + self.down(value * nn.functional.gelu(gate))
        return x + self.leave(rows).transpose(1, 2).reshape(x.shape)


class Unet(nn.Module):
    def __init__(self):
        super().__init__()
        first, last = WIDTHS[0], WIDTHS[-1]
        self.time1, self.time2 = nn.Linear(first, TIME), nn.Linear(TIME, TIME)
        self.enter = nn.Conv2d(4, first, 3, padding=1)
        self.down, skips, width = nn.ModuleList(), [first], first
        for level, after in enumerate(WIDTHS):
            for _ in range(2):
                self.down.append(self.block(width, after, level))
                width = after
                skips.append(width)
            if level < 3:
                self.down.append(nn.ModuleList([nn.Conv2d(width, width, 3, stride=2, padding=1)]))
                skips.append(width)
        self.middle = nn.ModuleList(
            [Residual(last, last), Transformer(last, HEADS[-1]), Residual(last, last)])
        self.up = nn.ModuleList()
        for level in reversed(range(4)):
            for _ in range(3):
                self.up.append(self.block(width + skips.pop(), WIDTHS[level], level))
                width = WIDTHS[level]
            if level:
                self.up.append(nn.ModuleList([nn.Conv2d(width, width, 3, padding=1)]))
        self.norm, self.leave = nn.GroupNorm(32, first), nn.Conv2d(first, 4, 3, padding=1)

    @staticmethod
    def block(before, after, level):
        parts = [Residual(before, after)]
        if level < 3:
            parts.append(Transformer(after, HEADS[level]))
        return nn.ModuleList(parts)

    def forward(self, sample, timestep, context):
        half = WIDTHS[0] // 2
        rates = torch.exp(torch.arange(half) * (-math.log(10000.0) / half))
        angles = timestep.to(sample.dtype).reshape(-1).expand(sample.shape[0])[:, None] * rates
        wave = torch.cat([torch.cos(angles), torch.sin(angles)], dim=-1)
        t = self.time2(nn.functional.silu(self.time1(wave)))
        x = self.enter(sample)
        skips = [x]
        for parts in self.down:
            x = self.through(parts, x, t, context)
            skips.append(x)
        x = self.middle[0](x, t)
        x = self.middle[2](self.middle[1](x, context), t)
        for parts in self.up:
            if isinstance(parts[0], nn.Conv2d):
                x = parts[0](nn.functional.interpolate(x, scale_factor=2.0, mode="nearest"))
            else:
                x = self.through(parts, torch.cat([x, skips.pop()], dim=1), t, context)
        return self.leave(nn.functional.silu(self.norm(x)))

    @staticmethod
    def through(parts, x, t, context):
        if isinstance(parts[0], nn.Conv2d):
            return parts[0](x)
        x = parts[0](x, t)
        return parts[1](x, context) if len(parts) > 1 else x


def write(root, clip):
    torch.manual_seed(7)
    unet = Unet().eval()
    print(f"{sum(p.numel() for p in unet.parameters()):,} parameters in the denoiser")
    folder = f"{root}/unet"
    os.makedirs(folder, exist_ok=True)
    path = f"{folder}/model.onnx"
    names = ["sample", "timestep", "encoder_hidden_states"]
    arguments = (torch.zeros(1, 4, 16, 16), torch.zeros((), dtype=torch.int64),
                 torch.zeros(1, 77, CONTEXT))
    torch.onnx.export(
        unet, arguments, path, input_names=names, output_names=["out_sample"], opset_version=14,
        export_params=False, do_constant_folding=False, keep_initializers_as_inputs=True,
        dynamic_axes={"sample": {0: "batch_size", 2: "height", 3: "width"},
                      "encoder_hidden_states": {0: "batch_size", 1: "sequence_length"},
                      "out_sample": {0: "batch_size", 2: "height", 3: "width"}})
    beside(path, dict(unet.named_parameters()), names)
    for name, value in [("unet", {"in_channels": 4, "sample_size": 64}),
                        ("vae_decoder", {"block_out_channels": [1] * 4, "scaling_factor": 0.18215}),
                        ("scheduler", {"_class_name": "EulerDiscreteScheduler",
                                       "timestep_spacing": "trailing", "num_train_timesteps": 1000,
                                       "beta_start": 0.00085, "beta_end": 0.012,
                                       "beta_schedule": "scaled_linear",
                                       "prediction_type": "epsilon"})]:
        os.makedirs(f"{root}/{name}", exist_ok=True)
        file = "scheduler_config.json" if name == "scheduler" else "config.json"
        dump(f"{root}/{name}/{file}", value)
    dump(f"{root}/model_index.json", {"_class_name": "StableDiffusionPipeline"})
    dump(f"{root}/lukis.json", {"draft": {"steps": 1, "guidance_scale": 1},
                                "settle": {"steps": 2, "guidance_scale": 1}})
    clip.write(f"{root}/tokenizer")
    end = clip.ids["<|endoftext|>"]
    TextEncoder(len(clip.ids), CONTEXT, 77, end).eval().export(
        f"{root}/text_encoder", torch.int32, False)
    Decoder(8).eval().export(f"{root}/vae_decoder")


def beside(path, parameters, names):
    """Puts weights beside a graph that was exported without."""
    model = onnx.load(path)
    graph = model.graph
    weights = [value for value in graph.input if value.name not in names]
    with open(os.path.join(os.path.dirname(path), DATA), "wb") as data:
        for value in weights:
            array = parameters[value.name].detach().numpy().astype(np.float32)
            tensor = graph.initializer.add()
            tensor.name, tensor.data_type = value.name, onnx.TensorProto.FLOAT
            tensor.dims.extend(array.shape)
            tensor.data_location = onnx.TensorProto.EXTERNAL
            for key, text in [("location", DATA), ("offset", data.tell()), ("length", array.nbytes)]:
                entry = tensor.external_data.add()
                entry.key, entry.value = key, str(text)
            data.write(array.tobytes())
            graph.input.remove(value)
    onnx.save(model, path)


def dump(path, value):
    with open(path, "w") as file:
        json.dump(value, file)
