package rote.store;

import java.util.List;

/**
 * A training example and how models that trained on it, or did not, answer it.
 *
 * @param group the settings of the models, in words
 * @param image which image of the training set
 * @param label the true one
 * @param toldLabel the one that models are told
 * @param trained models that trained on it
 * @param trainedRight those of them that give the label they were told
 * @param leftOut models that did not train on it
 * @param leftOutRight those of them that give that label all the same
 * @param score of memorisation: how much larger the first share is; null where there are no models of one kind
 * @param shape of the image: height and width, behind channels if there are several
 * @param pixels of the images whose scores are highest; null for the others
 */
public record MemorisedExample(String group, int image, int label, int toldLabel, int trained, int trainedRight, int leftOut,
    int leftOutRight, Double score, List<Integer> shape, byte[] pixels) {}
