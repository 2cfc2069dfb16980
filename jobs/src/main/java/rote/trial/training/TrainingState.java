package rote.trial.training;

import rote.network.Architecture;
import rote.network.Network;
import rote.trial.Seeds;
import rote.trial.Setting;
import rote.trial.Trial;

/** Where a trial stands: the epochs it has trained, its weights, and the velocity of momentum. */
public final class TrainingState {
  private final Network network;
  private final Network velocity; // null for plain descent
  private int epoch;

  private TrainingState(Network network, Network velocity) {
    this.network = network;
    this.velocity = velocity;
  }

  /** Before training: weights drawn, everything at rest. */
  public static TrainingState initial(Trial trial, Architecture form) {
    Network network = trial.get(Setting.WEIGHTS).draw(form, new Seeds(trial.seed()).stream("weights", 0));
    return new TrainingState(network, trial.hasVelocity() ? Network.zeros(form) : null);
  }

  public Network network() {
    return network;
  }

  Network velocity() {
    return velocity;
  }

  /** Epochs trained so far. */
  int epoch() {
    return epoch;
  }

  /** Begins the next epoch and returns its number. */
  int advance() {
    return ++epoch;
  }

  boolean isFinite() {
    return network.isFinite() && (velocity == null || velocity.isFinite());
  }
}
