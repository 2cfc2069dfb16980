package rote.experiment;

import java.io.Serializable;

/** Mean cost and accuracy (0 to 1) over one whole set of examples. */
public record Measure(double cost, double accuracy) implements Serializable {}
