package rote.trial;

/** How a trial ended. Of several records of one trial, the earlier constant wins. */
public enum Status {
  /** It trained to its last epoch or to the training accuracy asked for. */
  COMPLETED,
  /** Its cost or weights became infinite or NaN, which is a result. */
  DIVERGED,
  /** It threw an exception; the record holds the stack trace. */
  FAILED
}
