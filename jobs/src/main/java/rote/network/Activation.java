package rote.network;

/** The function that a unit applies to its weighted sum z. Derivatives use only a = f(z), so that sums need not be kept. */
public enum Activation {
  SIGMOID,
  TANH,
  /** max(0, z); its derivative at 0 is 0. */
  RELU;

  public void apply(float[] z, int from, int to) {
    switch (this) {
      case SIGMOID -> {
        for (int k = from; k < to; k++) {
          z[k] = Functions.sigmoid(z[k]);
        }
      }
      case TANH -> {
        for (int k = from; k < to; k++) {
          z[k] = Functions.tanh(z[k]);
        }
      }
      case RELU -> {
        for (int k = from; k < to; k++) {
          z[k] = Math.max(0f, z[k]);
        }
      }
    }
  }

  /** Returns {@code delta * f'(z)}. */
  public float times(float delta, float a) {
    return switch (this) {
      case SIGMOID -> delta * (a * (1f - a));
      case TANH -> delta * Math.fma(-a, a, 1f);
      case RELU -> a > 0 ? delta : 0f;
    };
  }
}
