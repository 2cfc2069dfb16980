package rote.trial;

/** Names what a setting changes about a trial. */
public enum Affects {
  /** The examples and pixels it sees, and whatever is not one of the following. */
  DATA,
  /** The order in which it sees them. */
  ORDER,
  /** The labels it trains on. */
  LABELS,
  /** The shapes of network and mini-batches, and the functions between them. */
  FORM,
  /** The weights from which training starts. */
  START,
  /** How an update changes the weights. */
  UPDATE,
  /** The number of epochs. */
  LENGTH
}
