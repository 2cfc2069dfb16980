package rote.experiment;

/** The sentence of somebody else that a claim puts to the test, and where it stands. */
public record StandsFor(String sentence, String source) {}
