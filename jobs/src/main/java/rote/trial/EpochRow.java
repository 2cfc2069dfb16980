package rote.trial;

import java.io.Serializable;
import rote.network.Measure;

/**
 * The measurements after one epoch.
 *
 * @param epoch 0 is the untrained network
 * @param validation null if no examples were held out
 * @param seconds since the start of the trial
 */
public record EpochRow(int epoch, Measure training, Measure validation, Measure test, double seconds)
    implements Serializable {
  EpochRow untimed() {
    return new EpochRow(epoch, training, validation, test, 0);
  }
}
