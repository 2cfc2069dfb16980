package rote.network;

/** The function a unit applies to its weighted sum. */
public enum Activation {
  SIGMOID,
  TANH,
  RELU
}
