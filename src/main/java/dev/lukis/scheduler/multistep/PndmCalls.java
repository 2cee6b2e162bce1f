package dev.lukis.scheduler.multistep;

/**
 * The calls of {@link PndmScheduler}, in order.
 *
 * @param steps denoising steps
 * @param prk how many calls belong to steps of Runge and Kutta
 * @param told the timestep that the model is told at each call
 * @param from the timestep at which the sample that a call moves is
 * @param to the timestep to which a call moves it; below 0 for the result
 */
record PndmCalls(int steps, int prk, int[] told, int[] from, int[] to) {
  private static final int PRK_STEPS = 3;
  private static final int CALLS_OF_PRK_STEP = 4;

  /** The second timestep twice: the first step is done again with the answer at its end. */
  static PndmCalls linear(double[] timesteps, int stride) {
    int steps = timesteps.length;
    int calls = steps == 1 ? 1 : steps + 1;
    PndmCalls all = new PndmCalls(steps, 0, new int[calls], new int[calls], new int[calls]);
    for (int i = 0; i < calls; i++) {
      all.set(i, (int) timesteps[i == 0 ? 0 : Math.max(1, i - 1)], stride);
    }
    if (calls > 1) {
      all.from[1] = all.told[1] + stride;
      all.to[1] = all.told[1];
    }
    return all;
  }

  /** Three steps of Runge and Kutta, whose middle is half a stride further, then linear ones. */
  static PndmCalls rungeKutta(double[] timesteps, int stride) {
    int steps = timesteps.length;
    int prk = PRK_STEPS * CALLS_OF_PRK_STEP;
    int calls = prk + steps - PRK_STEPS;
    PndmCalls all = new PndmCalls(steps, prk, new int[calls], new int[calls], new int[calls]);
    for (int step = 0; step < PRK_STEPS; step++) {
      int begin = (int) timesteps[step];
      int end = (int) timesteps[step + 1];
      int middle = end + stride / 2;
      int[] told = {begin, middle, middle, end};
      for (int i = 0; i < CALLS_OF_PRK_STEP; i++) {
        int call = step * CALLS_OF_PRK_STEP + i;
        all.told[call] = told[i];
        all.from[call] = begin;
        all.to[call] = told[i] - (i % 2 == 0 ? stride / 2 : 0);
      }
    }
    for (int i = prk; i < calls; i++) {
      all.set(i, (int) timesteps[i - prk + PRK_STEPS], stride);
    }
    return all;
  }

  private void set(int call, int timestep, int stride) {
    told[call] = timestep;
    from[call] = timestep;
    to[call] = timestep - stride;
  }

  int count() {
    return told.length;
  }

  /** The step that is reached after so many calls. */
  int stepAfter(int calls) {
    if (prk > 0) {
      return calls <= prk
          ? (calls + CALLS_OF_PRK_STEP - 1) / CALLS_OF_PRK_STEP
          : PRK_STEPS + calls - prk;
    }
    return steps == 1 ? calls : Math.max(Math.min(calls, 1), calls - 1);
  }

  /** Which of the four calls of a step of Runge and Kutta a call is, or -1. */
  int prkStage(int call) {
    return call < prk ? call % CALLS_OF_PRK_STEP : -1;
  }
}
