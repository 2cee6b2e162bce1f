package dev.lukis.model.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import ai.onnxruntime.providers.OrtTensorRTProviderOptions;
import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** ONNX Runtime's execution providers for GPUs, with every option that matters here. Stateless. */
final class GpuProviders {
  private GpuProviders() {}

  /**
   * @throws OrtException when the GPU cannot be used: none, no driver, or no libraries for it
   */
  static void add(SessionOptions options, ExecutionOptions execution) throws OrtException {
    int index = execution.device().index();
    if (execution.tensorRtCache().isPresent()) {
      addTensorRt(options, index, execution.tensorRtCache().get());
    }
    addCuda(options, index);
    // Batches change from step to step, and a memory pattern for each shape is never given back.
    options.setMemoryPatternOptimization(false);
  }

  private static void addCuda(SessionOptions options, int index) throws OrtException {
    try (var cuda = new OrtCUDAProviderOptions(index)) {
      // Doubling its memory at every growth would keep other graphs of the model out.
      cuda.add("arena_extend_strategy", "kSameAsRequested");
      // An exhaustive search would run again for every new batch size, while people wait.
      cuda.add("cudnn_conv_algo_search", "HEURISTIC");
      cuda.add("cudnn_conv_use_max_workspace", "1");
      cuda.add("do_copy_in_default_stream", "1");
      options.addCUDA(cuda);
    }
  }

  private static void addTensorRt(SessionOptions options, int index, Path cache)
      throws OrtException {
    try {
      Files.createDirectories(cache);
    } catch (IOException e) {
      throw new ModelException(
          "lukis.tensorrt-cache: " + cache + " (expected: a folder that can be made)", e);
    }
    try (var tensorRt = new OrtTensorRTProviderOptions(index)) {
      tensorRt.add("trt_engine_cache_enable", "1");
      tensorRt.add("trt_engine_cache_path", cache.toString());
      tensorRt.add("trt_timing_cache_enable", "1");
      tensorRt.add("trt_timing_cache_path", cache.toString());
      tensorRt.add("trt_fp16_enable", "1");
      options.addTensorrt(tensorRt);
    }
  }
}
