package rote.store;

import java.util.List;

/**
 * A training example, and how models that did or did not train on it answer it.
 *
 * @param group the settings of the models, in words
 * @param image its index in the training set
 * @param toldLabel the label that models were trained with
 * @param trained how many models trained on it
 * @param trainedRight how many of these answer the label that they were told
 * @param leftOut how many models did not train on it
 * @param score of memorisation: the first share minus the second; null where one of them has no models
 * @param shape height and width, after the channels if there are several
 * @param pixels only for the images with the highest scores, else null
 */
public record MemorisedExample(String group, int image, int label, int toldLabel, int trained, int trainedRight, int leftOut,
    int leftOutRight, Double score, List<Integer> shape, byte[] pixels) {}
