"""What the codes of findings about forms mean."""

FINDINGS = {
    "FRM101": "A cell of a form cannot be read as what its column holds.",
    "FRM102": "A record stands in two rows of a form that say different things.",
    "FRM103": "Marks stand in a column whose heading names nothing.",
    "FRM104": "What a form says cannot be written into the files.",
    "FRM105": "What would come of a form is not a sound programme.",
    "FRM201": "A cell was read in a way that somebody should look at.",
    "FRM202": "A row of the form is missing; nothing is deleted.",
    "FRM203": "A column or sheet of the form is missing; nothing of it is read.",
    "FRM204": "Official wording was edited; it stays as it is.",
    "FRM205": "Cells are merged, so that only the first says anything.",
    "FRM206": "The form carries no baseline that can be trusted.",
    "FRM207": "The form was written from another state of the programme.",
    "FRM208": "The workbook is open in another program.",
}
