/**
 * What persists between cells, and the one place that knows the order of the stages: cells become
 * code and run, magics steer, outcomes and pictures come out as data. It knows neither Jupyter nor
 * how pictures are drawn.
 */
@org.jspecify.annotations.NullMarked
package dev.gomem.session;
