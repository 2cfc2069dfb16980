package rote.trial;

/** How a trial ended. Where one trial has several records, the earlier constant wins. */
public enum Status {
  /** It ran to its last epoch or stopped at the training accuracy asked for. */
  COMPLETED,
  /** Its cost or weights became infinite or not a number: a result. */
  DIVERGED,
  /** It threw an exception; the record holds the stack trace. */
  FAILED
}
