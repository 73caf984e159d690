"""The slots of a figure: status, direction, basis, indicator, period, action, actor, comparison."""
