"""Makes model.onnx: two logits, "safe" and "nsfw"; the redder an image, the more it is the latter."""
import numpy as np, onnx
from onnx import TensorProto, helper, numpy_helper

weights = numpy_helper.from_array(np.array([[-20, 20], [10, -10], [10, -10]], np.float32), "weights")
graph = helper.make_graph(
    [
        helper.make_node("ReduceMean", ["pixel_values"], ["means"], axes=[2, 3], keepdims=0),
        helper.make_node("MatMul", ["means", "weights"], ["logits"]),
    ],
    "redness",
    [helper.make_tensor_value_info("pixel_values", TensorProto.FLOAT, [1, 3, 8, 8])],
    [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, 2])],
    [weights],
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
model.ir_version = 7
onnx.checker.check_model(model)
onnx.save(model, "model.onnx")
