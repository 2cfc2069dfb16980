package rote.network;

/**
 * The numbers of one update of the weights.
 *
 * @param rate the learning rate of the epoch
 * @param momentum the share of the last step that is kept, 0 for none
 * @param decay the weight decay, 0 for none
 */
public record Step(float rate, float momentum, float decay) {
  /** Whether the update is {@code W = W - rate * gradient} and nothing more. */
  public boolean isPlain() {
    return momentum == 0 && decay == 0;
  }
}
