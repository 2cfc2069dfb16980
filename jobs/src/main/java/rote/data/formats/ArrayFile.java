package rote.data.formats;

import rote.data.Examples;
import rote.data.Shape;

/** An array in a file: images or features, or labels. Its text names the file. */
public interface ArrayFile {
  /** Returns the number of examples. */
  public int count();

  /** @throws rote.files.InputException if these are neither images nor features */
  public Shape shape();

  /**
   * Returns the images or features with their classes.
   *
   * @throws rote.files.InputException if they do not have this shape
   */
  public Examples examples(Shape shape, byte[] classes);

  /**
   * Returns the labels, 0 to 255.
   *
   * @throws rote.files.InputException if these are no labels
   */
  public byte[] labels();
}
