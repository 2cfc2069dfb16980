package rote.network;

/** The distribution from which initial weights are drawn. */
public enum WeightInitializer {
  STANDARD_NORMAL,
  LECUN,
  XAVIER,
  HE,
  UNIFORM
}
