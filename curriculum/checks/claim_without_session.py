"""COV106."""

from curriculum.checks import Hits, rule
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("COV106", Severity.WARNING)
def claim_without_session(facts: Facts) -> Hits:
    """A module claims a KSB that none of its sessions teaches.

    ## What it checks
    Every item that a module declares it covers is marked in at least one of that
    module's own sessions.

    ## Why it matters
    A claim with nothing behind it is what reviewers call blanket mapping: asked
    where the KSB is taught, nobody can point at a session.

    ## What to do
    Mark the session that teaches it, or take the claim out of the module.

    ## Authority
    House rule; guidance on KSB mapping asks for specific evidence instead of
    blanket claims (https://tiqplus.com/blog/ksb-mapping-guide.html).
    """
    known = {(f.id, key) for f in facts.programme.frameworks for key in f.by_key}
    for module in facts.programme.modules:
        taught = {
            (link.framework, link.item)
            for session in module.sessions
            for link in session.teaches
        }
        for claim in module.intends:
            item = (claim.framework, claim.item)
            if item in known and item not in taught:
                yield (
                    claim,
                    (
                        f"{module.key} claims {claim.item}, "
                        "and none of its sessions teaches it"
                    ),
                )
