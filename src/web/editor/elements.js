/** Fills the choice of elements, through which the keyboard reaches each of them. */
export function showElements(choice, modeler) {
  const elements = modeler.get('elementRegistry')
    .filter(({ labelTarget, waypoints, businessObject }) => !labelTarget && !waypoints && businessObject.name);
  const options = elements.map(({ id, businessObject }) => new Option(businessObject.name, id));
  options.sort((one, other) => one.text.localeCompare(other.text));
  choice.replaceChildren(choice.options[0], ...options);
  choice.selectedIndex = 0;
}
