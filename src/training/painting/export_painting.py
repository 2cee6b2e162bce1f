"""Trained weights and drawings -> the directory of the model that the service loads.

    python3 export_painting.py --weights OUT --pool POOL --out MODEL

Writes to MODEL, in diffusers' layout:
  unet/model.onnx         sample, sketch [n, 64, h, w], timestep [n], style [n, styles] one-hot,
                          mood [n, 3, h, w] -> velocity (noise - painting); h, w: an eighth of the
                          picture's, timestep: 1000 times the noise level
  vae_decoder/model.onnx  latent_sample [n, 64, h, w] -> picture [n, 3, 8 h, 8 w] in [-1, 1]
  sketch/encoder.bin      little-endian float32: matrix [64, 192], then bias [64].
                          latents = matrix p + bias, p being a patch of 8 x 8 pixels in [-1, 1] in
                          the order channel, row, column
  sketch/config.json      styles, channels, and the mood's spline: cells and the fields' scale
  sketch/drawings.*       the pool of drawings
and the small files of configuration. Weights are stored as float16 and cast when the graph is loaded.
"""
import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

import saved
from codec import Decoder
from net import CHANNELS, MOOD, Painter
from teachers import STYLES
from texture import MOOD_CELLS


TIMESTEPS = 1000
CONFIGS = {
    "model_index.json": dict(
        _class_name="LukisMiniPaintingPipeline", _diffusers_version="0.35.0",
        scheduler=["diffusers", "FlowMatchEulerDiscreteScheduler"], sketch=["lukis", "Sketch"],
        unet=["lukis", "Painter"], vae_decoder=["lukis", "Decoder"]),
    "scheduler/scheduler_config.json": dict(
        _class_name="FlowMatchEulerDiscreteScheduler", num_train_timesteps=TIMESTEPS, shift=1.0),
    "unet/config.json": dict(in_channels=CHANNELS, out_channels=CHANNELS, sample_size=32),
    "vae_decoder/config.json": dict(
        latent_channels=CHANNELS, out_channels=3, scaling_factor=1.0, shift_factor=0.0,
        sample_size=256, block_out_channels=[64, 64, 96, 96]),
    "sketch/config.json": dict(styles=STYLES, channels=CHANNELS, patch=8, mood=MOOD,
                               mood_cells=MOOD_CELLS, mood_scale=2.0),
}


class Timestepped(nn.Module):
    """The painter with a timestep in place of the noise level."""

    def __init__(self, painter):
        super().__init__()
        self.painter = painter

    def forward(self, sample, timestep, sketch, style, mood):
        return self.painter(sample, timestep / TIMESTEPS, sketch, style, mood)


def loaded(folder):
    """(painter, decoder) in evaluation mode."""
    state = saved.load(folder, "painter")
    widths = tuple(state[f"{name}.bias"].shape[0] for name in ("enter", "shrink1", "shrink2"))
    painter, decoder = Painter(state["guess"].shape[0], widths), Decoder()
    painter.load_state_dict(state)
    decoder.load_state_dict(saved.load(folder, "decoder"))
    return painter.eval(), decoder.eval()


def halved(path):
    """Large float32 weights become float16 with a cast in front of their users."""
    model = onnx.load(str(path))
    casts = []
    for tensor in model.graph.initializer:
        if tensor.data_type != onnx.TensorProto.FLOAT or np.prod(tensor.dims) < 1024:
            continue
        values, name = numpy_helper.to_array(tensor), tensor.name
        tensor.CopyFrom(numpy_helper.from_array(values.astype(np.float16), name + "_half"))
        casts.append(onnx.helper.make_node("Cast", [name + "_half"], [name],
                                           to=onnx.TensorProto.FLOAT))
    nodes = casts + list(model.graph.node)
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def export(module, inputs, output, path, dynamic):
    axes = {name: {k: v for k, v in dynamic.items() if k < tensor.dim()}
            for name, tensor in inputs.items()}
    for name in ("timestep", "style"):
        if name in axes:
            axes[name] = {0: "batch"}
    torch.onnx.export(module, tuple(inputs.values()), str(path), input_names=list(inputs),
                      output_names=[output], dynamic_axes={**axes, output: {0: "batch"}},
                      opset_version=17, dynamo=False)
    halved(path)


def check(path, module, inputs):
    """Largest difference between the graph and the module."""
    import onnxruntime
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    made = session.run(None, {k: v.numpy() for k, v in inputs.items()})[0]
    with torch.no_grad():
        return float(np.abs(made - module(*inputs.values()).numpy()).max())


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--weights", type=Path, required=True)
    options.add_argument("--pool", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options = options.parse_args()
    for name, values in CONFIGS.items():
        path = options.out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values, indent=1) + "\n")
    painter, decoder = loaded(options.weights)
    painter = Timestepped(painter).eval()
    dynamic = {0: "batch", 2: "height", 3: "width"}

    def inputs(n, h, w):
        return dict(sample=torch.randn(n, CHANNELS, h, w), timestep=torch.rand(n) * TIMESTEPS,
                    sketch=torch.randn(n, CHANNELS, h, w), style=torch.eye(len(STYLES))[:n],
                    mood=torch.randn(n, MOOD, h, w))
    path = options.out / "unet/model.onnx"
    export(painter, inputs(2, 32, 32), "velocity", path, dynamic)
    print("denoiser differs by", check(path, painter, inputs(1, 32, 32)),
          check(path, painter, inputs(2, 48, 32)))
    path = options.out / "vae_decoder/model.onnx"
    export(decoder, dict(latent_sample=torch.randn(2, CHANNELS, 32, 32)), "picture", path, dynamic)
    print("decoder differs by",
          check(path, decoder, dict(latent_sample=torch.randn(1, 64, 48, 32))))
    codec = decoder.codec
    bias = -(codec.into @ codec.mean)
    (options.out / "sketch/encoder.bin").write_bytes(
        torch.cat([codec.into.flatten(), bias]).numpy().astype("<f4").tobytes())
    shutil.copyfile(options.pool / "pool.bin", options.out / "sketch/drawings.bin")
    entries = json.loads((options.pool / "pool.json").read_text())
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in entries)
    (options.out / "sketch/drawings.json").write_text(f'{{"drawings": [\n{lines}\n]}}\n')


if __name__ == "__main__":
    main()
