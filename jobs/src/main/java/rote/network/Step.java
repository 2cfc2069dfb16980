package rote.network;

/**
 * The numbers of one update of the weights.
 *
 * @param decay the weight decay; 0 for none, like momentum
 */
public record Step(float rate, float momentum, float decay) {
  /** Returns whether the update is just {@code W = W - rate * gradient}. */
  public boolean isPlain() {
    return momentum == 0 && decay == 0;
  }
}
