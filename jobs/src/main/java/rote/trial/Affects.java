package rote.trial;

/** What a setting changes about a trial. */
public enum Affects {
  /** Which examples and pixels it sees: all that is not one of the following. */
  DATA,
  /** Which labels it is told. */
  LABELS,
  /** The shapes of network and mini-batches, and the functions between them. */
  FORM,
  /** The weights from which training starts. */
  START,
  /** How an update changes the weights. */
  UPDATE,
  /** When training ends. */
  LENGTH
}
