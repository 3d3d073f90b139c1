const { isAny } = require('bpmnlint-utils');

/** Drawn to be read: no flow crosses another one or runs through an element or a label, and no label lies on an element or a label. */
module.exports = () => ({
  check(definitions, reporter) {
    if (definitions.$type === 'bpmn:Definitions') {
      for (const { plane } of definitions.diagrams ?? []) {
        checkPlane(plane?.planeElement ?? [], (drawn, message) => reporter.report(drawn.bpmnElement.id, message));
      }
    }
  }
});

function checkPlane(drawn, report) {
  const flows = drawn.filter(({ waypoint }) => waypoint);
  const shapes = drawn.filter(({ bounds }) => bounds);
  const labelled = drawn.filter(({ label }) => label?.bounds);

  for (const [ one, other ] of pairs(flows)) {
    if (segments(one).some(a => segments(other).some(b => cross(a, b)))) {
      report(one, `Flow crosses ${ other.bpmnElement.id }`);
    }
  }
  for (const flow of flows) {
    for (const shape of shapes.filter(shape => !belongs(shape.bpmnElement, flow.bpmnElement))) {
      if (runsThrough(flow, shape.bounds)) {
        report(flow, `Flow runs through ${ shape.bpmnElement.id }`);
      }
    }
    for (const { label, bpmnElement } of labelled) {
      if (runsThrough(flow, label.bounds)) {
        report(flow, `Flow runs through the label of ${ bpmnElement.id }`);
      }
    }
  }
  for (const [ one, other ] of pairs(labelled)) {
    if (overlap(one.label.bounds, other.label.bounds)) {
      report(one, `Label lies on the label of ${ other.bpmnElement.id }`);
    }
  }
  for (const one of labelled) {
    for (const { bounds, bpmnElement } of shapes) {
      if (overlap(one.label.bounds, bounds) && !contains(bounds, one.label.bounds)) {
        report(one, `Label lies on ${ bpmnElement.id }`);
      }
    }
  }
}

/** A flow may touch what it connects, and runs within pools, lanes and the sub-processes around it. */
function belongs(element, flow) {
  const around = end => end ? [ end, ...around(end.$parent) ] : [];
  return isAny(element, [ 'bpmn:Participant', 'bpmn:Lane' ])
    || [ flow.sourceRef, flow.targetRef ].flatMap(around).includes(element);
}

/** A line through a box crosses one of its diagonals. */
function runsThrough(flow, { x, y, width, height }) {
  const diagonals = [
    [ { x, y }, { x: x + width, y: y + height } ],
    [ { x: x + width, y }, { x, y: y + height } ]
  ];
  return segments(flow).some(segment => diagonals.some(diagonal => cross(segment, diagonal)));
}

function segments({ waypoint }) {
  return waypoint.slice(1).map((to, index) => [ waypoint[ index ], to ]);
}

function cross([ a, b ], [ c, d ]) {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Positive on one side of the line from a to b, negative on the other, 0 on it. */
function side(a, b, point) {
  return Math.sign((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x));
}

function overlap(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function contains(outer, inner) {
  return outer.x <= inner.x && inner.x + inner.width <= outer.x + outer.width
    && outer.y <= inner.y && inner.y + inner.height <= outer.y + outer.height;
}

function pairs(list) {
  return list.flatMap((one, index) => list.slice(index + 1).map(other => [ one, other ]));
}
