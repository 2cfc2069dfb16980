package rote.data;

/** What is done to the images of all sets before a network sees them (Zhang et al. 2016, section 2.2). */
public enum InputCorruption {
  NONE,
  /** One permutation of the pixels, the same for every image. */
  SHUFFLED_PIXELS,
  /** Another permutation of the pixels for each image. */
  RANDOM_PIXELS,
  /** Pixels drawn from a Gaussian with the mean and variance of the training images. */
  GAUSSIAN
}
