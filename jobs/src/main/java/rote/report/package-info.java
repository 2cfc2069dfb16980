/** What the renderers of page, notebook, terminal and pictures share. Figures are aggregated on the driver in plain Java. */
package rote.report;
