"""Whether a reader found anything of what documents of its form hold."""

from curriculum.model import AssessmentPlan, CareerCluster, OccupationalMap, Standard

Document = Standard | OccupationalMap | CareerCluster | AssessmentPlan


def holds_anything(record: Document) -> bool:
    """Whether a record has what makes a document of its form, if only in part."""
    if isinstance(record, Standard):
        described = record.summary or record.typical_job_titles
        return bool(record.ksbs or record.duties or (record.reference and described))
    if isinstance(record, OccupationalMap):
        return bool(record.pathways or record.descriptions)
    if isinstance(record, AssessmentPlan):
        mapped = record.methods or record.themes or record.outcomes
        return bool(record.statements or mapped or record.descriptors)
    return True
