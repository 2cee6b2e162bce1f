package dev.lukis.scheduler.noise;

import java.util.Arrays;

/**
 * The noise at each training timestep of a variance-preserving model: {@code alphas_cumprod} in
 * diffusers, the cumulative product of 1 - beta, and sigma = sqrt((1 - a) / a), the ratio of noise
 * to data. The tables are rounded to single precision where diffusers rounds them. Immutable.
 */
public final class TrainedNoise {
  /** What diffusers puts in the place of 0 where a sampler divides by it. */
  private static final double NEARLY_ZERO = Math.scalb(1.0, -24);

  private final double[] alphasCumprod;
  private final double[] sigmas;

  private TrainedNoise(double[] alphasCumprod) {
    this.alphasCumprod = alphasCumprod;
    this.sigmas = Arrays.stream(alphasCumprod).map(TrainedNoise::sigma).toArray();
  }

  private static double sigma(double alphaCumprod) {
    return single(Math.sqrt(single(single(1 - alphaCumprod) / alphaCumprod)));
  }

  /**
   * @param betaStart above 0
   * @param betaEnd at least {@code betaStart} and below 1
   * @throws IllegalArgumentException when a value is out of range
   */
  public static TrainedNoise of(
      int numTrainTimesteps, double betaStart, double betaEnd, BetaSchedule betaSchedule) {
    Checks.positive("num_train_timesteps", numTrainTimesteps);
    Checks.positive("beta_start", betaStart);
    Checks.positive("1 - beta_end", 1 - betaEnd);
    double[] betas = new double[numTrainTimesteps];
    for (int i = 0; i < numTrainTimesteps; i++) {
      betas[i] = betaSchedule.beta(betaStart, betaEnd, i, numTrainTimesteps);
    }
    return ofBetas(betas);
  }

  /**
   * @param betas for each training timestep, above 0 and below 1; {@code trained_betas} in
   *     diffusers
   * @throws IllegalArgumentException when a value is out of range
   */
  public static TrainedNoise ofBetas(double[] betas) {
    Checks.positive("number of betas - 1", betas.length - 1);
    double[] alphas = new double[betas.length];
    for (int i = 0; i < alphas.length; i++) {
      Checks.positive("beta", betas[i]);
      Checks.positive("1 - beta", 1 - betas[i]);
      alphas[i] = single(1 - single(betas[i]));
    }
    return new TrainedNoise(product(alphas));
  }

  private static double[] product(double[] alphas) {
    double[] products = new double[alphas.length];
    double product = 1;
    for (int i = 0; i < alphas.length; i++) {
      product *= alphas[i];
      products[i] = single(product);
    }
    return products;
  }

  private static double single(double value) {
    return (float) value;
  }

  /**
   * The same, shifted and scaled so that nothing of the clean sample is left at the last timestep:
   * algorithm 1 of Lin et al., "Common Diffusion Noise Schedules and Sample Steps are Flawed"
   * (2023); {@code rescale_betas_zero_snr} in diffusers.
   */
  public TrainedNoise rescaledToZeroTerminalSnr() {
    double[] roots = Arrays.stream(alphasCumprod).map(each -> single(Math.sqrt(each))).toArray();
    double first = roots[0];
    double last = roots[roots.length - 1];
    double scale = single(first / single(first - last));
    double[] alphas = new double[roots.length];
    double before = 1;
    for (int i = 0; i < roots.length; i++) {
      double root = single(single(roots[i] - last) * scale);
      double product = single(root * root);
      double beta = single(1 - single(product / before));
      alphas[i] = single(1 - beta);
      before = product;
    }
    return new TrainedNoise(product(alphas));
  }

  /** The same, for samplers that divide by the share of the clean sample. */
  public TrainedNoise neverZero() {
    double[] products = alphasCumprod.clone();
    int last = products.length - 1;
    products[last] = products[last] == 0 ? NEARLY_ZERO : products[last];
    return new TrainedNoise(products);
  }

  public int numTrainTimesteps() {
    return sigmas.length;
  }

  /** The parts of a sample at a training timestep. */
  public NoiseMix mixAt(int timestep) {
    if (timestep < 0 || timestep >= alphasCumprod.length) {
      throw new IllegalArgumentException(
          "timestep: " + timestep + " (expected: 0.." + (alphasCumprod.length - 1) + ")");
    }
    return NoiseMix.ofAlphaCumprod(alphasCumprod[timestep]);
  }

  /** The noise level at the last timestep. */
  public double highest() {
    return sigmas[sigmas.length - 1];
  }

  /** The noise level at the first timestep. */
  public double lowest() {
    return sigmas[0];
  }

  /** How many timesteps have a higher noise level than a given one. */
  public int countAbove(double sigma) {
    return (int) Arrays.stream(sigmas).filter(each -> each > sigma).count();
  }

  /** The noise levels at timesteps that may lie between two trained ones. */
  public double[] sigmasAt(double[] timesteps) {
    return Arrays.stream(timesteps).map(this::sigmaAt).toArray();
  }

  /** The noise level at a timestep that may lie between two trained ones. */
  public double sigmaAt(double timestep) {
    double within = Math.min(Math.max(timestep, 0), sigmas.length - 1);
    int below = (int) Math.min(Math.floor(within), sigmas.length - 2);
    double part = within - below;
    return (1 - part) * sigmas[below] + part * sigmas[below + 1];
  }

  /** The timesteps of noise levels, interpolated in the logarithm. */
  public double[] timestepsAt(double[] levels) {
    return Arrays.stream(levels).map(this::timestepAt).toArray();
  }

  private double timestepAt(double sigma) {
    int found = Arrays.binarySearch(sigmas, sigma);
    int above = found >= 0 ? found + 1 : -found - 1;
    int below = Math.min(Math.max(above - 1, 0), sigmas.length - 2);
    double low = single(Math.log(sigmas[below]));
    double high = single(Math.log(sigmas[below + 1]));
    double part = (Math.log(sigma) - low) / (high - low);
    return below + Math.min(Math.max(part, 0), 1);
  }
}
