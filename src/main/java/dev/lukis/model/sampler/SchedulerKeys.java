package dev.lukis.model.sampler;

import dev.lukis.model.files.JsonObject;
import java.util.Set;

/** The keys of a {@code scheduler_config.json}. */
final class SchedulerKeys {
  /**
   * Every parameter of diffusers' schedulers. One that belongs to another class than the file's
   * changes nothing in diffusers either.
   */
  private static final Set<String> PARAMETERS =
      Set.of(
          "algorithm_type",
          "base_image_seq_len",
          "base_shift",
          "beta_end",
          "beta_schedule",
          "beta_start",
          "clip_sample",
          "clip_sample_range",
          "disable_corrector",
          "dynamic_thresholding_ratio",
          "eta",
          "euler_at_final",
          "final_sigmas_type",
          "flow_shift",
          "interpolation_type",
          "invert_sigmas",
          "lambda_min_clipped",
          "lower_order_final",
          "max_image_seq_len",
          "max_shift",
          "num_train_timesteps",
          "original_inference_steps",
          "predict_x0",
          "prediction_type",
          "rescale_betas_zero_snr",
          "rho",
          "s_churn",
          "s_max",
          "s_min",
          "s_noise",
          "sample_max_value",
          "set_alpha_to_one",
          "shift",
          "shift_terminal",
          "sigma_data",
          "sigma_max",
          "sigma_min",
          "skip_prk_steps",
          "solver_order",
          "solver_p",
          "solver_type",
          "steps_offset",
          "stochastic_sampling",
          "thresholding",
          "time_shift_type",
          "timestep_scaling",
          "timestep_spacing",
          "timestep_type",
          "trained_betas",
          "use_beta_sigmas",
          "use_dynamic_shifting",
          "use_exponential_sigmas",
          "use_flow_sigmas",
          "use_karras_sigmas",
          "use_lu_lambdas",
          "variance_type");

  private SchedulerKeys() {}

  // A switch that nobody knows and that is off changes nothing; one that is on would change the
  // picture silently.
  static void check(JsonObject json) {
    json.fields()
        .forEachRemaining(
            key -> {
              boolean off = !json.has(key) || json.root().get(key).toString().equals("false");
              if (!PARAMETERS.contains(key) && !key.startsWith("_") && !off) {
                throw json.refused(key, json.root().get(key), "absent: not supported");
              }
            });
  }
}
