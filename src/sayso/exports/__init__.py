"""What leaves a record: the brief, the report, explanations, JSON Lines. Nothing here writes to the record.

``view`` arranges the rows of a record as stories and claims; the values it yields are in ``shown``, and ``tallies``
counts places and names for it. ``brief`` prints them, ``explain`` leads from any row back to the captured bytes.

``report`` writes the report that has views, from the data in ``payload``, and ``plain`` the one without script;
``shell`` has what both are put together from. ``visible`` makes text of a page safe to show, ``words`` writes days and
counts.

``jsonl`` writes the JSON Lines interface, ``annotated`` reads such lines back.
"""
