/** Questions to trained networks, one file per probe. */
package rote.trial.probes;
