package rote.data;

import org.apache.commons.rng.UniformRandomProvider;

/** The independent random streams that one seed names. */
@FunctionalInterface
public interface Streams {
  /**
   * A new generator at the start of a stream.
   *
   * @param name what is drawn, such as {@code labels}
   * @param index which of the streams of that name: an epoch, an image; 0 where there is only one
   */
  UniformRandomProvider stream(String name, long index);
}
