"""Writes the model directory: Diffusers' ONNX layout, weights stored as fp16."""
import argparse
import json
import os
import shutil
import tempfile

import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import golden
import patches
import text_encoder
import tokenizer
from configs import configs
from model import PARTS, LukisMini, load_exported, load_trained

OPSET = 16
SMALLEST_TO_HALVE = 256


def example(part):
    """(inputs, their names, the output's name) with which a part is traced."""
    latents = torch.randn(2, patches.CHANNELS, 16, 16)
    if part == "text_encoder":
        ids = torch.zeros(2, tokenizer.LENGTH, dtype=torch.int64)
        ids[:, :3] = torch.tensor([tokenizer.CLS, 9, 10])
        return (ids,), ["input_ids"], "last_hidden_state"
    if part == "unet":
        words = torch.randn(2, text_encoder.ROWS, text_encoder.WIDTH)
        names = ["sample", "timestep", "encoder_hidden_states"]
        return (latents, torch.tensor([900.0, 500.0]), words), names, "out_sample"
    return (latents,), ["latent_sample"], "sample"


def export_part(module, part, path):
    inputs, names, output = example(part)
    axes = {name: {0: "batch"} for name in [*names, output]}
    torch.onnx.export(module, inputs, path, input_names=names, output_names=[output],
                      dynamic_axes=axes, opset_version=OPSET, do_constant_folding=False)
    halved = store_as_half(onnx.load(path))
    onnx.checker.check_model(halved)
    onnx.save(halved, path)


def store_as_half(proto):
    """Float32 initialisers become fp16 with a Cast, which ONNX Runtime folds when it loads."""
    graph, casts, renamed = proto.graph, [], {}
    for tensor in graph.initializer:
        values = numpy_helper.to_array(tensor)
        if tensor.data_type == TensorProto.FLOAT and values.size >= SMALLEST_TO_HALVE:
            tensor.CopyFrom(numpy_helper.from_array(values.astype("float16"), tensor.name))
            renamed[tensor.name] = tensor.name + ".float"
            casts.append(helper.make_node("Cast", [tensor.name], [tensor.name + ".float"],
                                          to=TensorProto.FLOAT))
    for node in graph.node:
        for i, name in enumerate(node.input):
            node.input[i] = renamed.get(name, name)
    nodes = casts + list(graph.node)
    del graph.node[:]
    graph.node.extend(nodes)
    return proto


@torch.no_grad()
def round_to_half(model):
    """The weights as the file holds them, so that the golden numbers are the file's."""
    for tensor in [*model.parameters(), *model.buffers()]:
        if tensor.is_floating_point() and tensor.numel() >= SMALLEST_TO_HALVE:
            tensor.copy_(tensor.half().float())


def write(model, directory):
    """Exports to a temporary folder first and then moves file by file."""
    round_to_half(model.eval())
    staged = tempfile.mkdtemp(prefix="lukis-export-")
    for path, content in configs().items():
        target = os.path.join(staged, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "w", encoding="utf-8") as out:
            json.dump(content, out, indent=1)
    model.tokenizer.write(os.path.join(staged, "tokenizer", "tokenizer.json"))
    for part in PARTS:
        export_part(getattr(model, part), part, os.path.join(staged, part, "model.onnx"))
    move_files(staged, directory)
    shutil.rmtree(staged)


def move_files(source, target):
    """Each file appears whole: copied beside its place, then renamed."""
    for folder, _, names in os.walk(source):
        there = os.path.join(target, os.path.relpath(folder, source))
        os.makedirs(there, exist_ok=True)
        for name in names:
            shutil.copyfile(os.path.join(folder, name), os.path.join(there, name + ".new"))
            os.replace(os.path.join(there, name + ".new"), os.path.join(there, name))


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", help="of the trainers; without it: untrained weights")
    parser.add_argument("--weights", help="an exported model directory whose weights are taken")
    parser.add_argument("--out", default=os.path.join(here, "../main/resources/models/lukis-mini"))
    parser.add_argument("--golden", default=here, help="where the golden files go")
    args = parser.parse_args()
    torch.manual_seed(1)
    model = LukisMini()
    if args.folder:
        load_trained(model, args.folder)
    if args.weights:
        load_exported(model, args.weights)
    write(model, args.out)
    golden.write(model, args.golden)


if __name__ == "__main__":
    main()
