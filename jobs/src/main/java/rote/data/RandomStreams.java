package rote.data;

import org.apache.commons.rng.UniformRandomProvider;

/** The independent random streams that one seed names. */
@FunctionalInterface
public interface RandomStreams {
  /**
   * Returns a new generator at the start of a stream.
   *
   * @param name what is drawn, such as {@code labels}
   * @param index which stream of that name, such as the epoch or image; 0 if there is only one
   */
  UniformRandomProvider stream(String name, long index);
}
