"""What a review looks like as pictures: the facts that ``curriculum.pictures`` draws.

Documents, web pages and commands ask here.  A picture says in words what it shows,
and never decides: what it marks is what coverage and timetable count.
"""

from curriculum.illustrations.careers import career_maps
from curriculum.illustrations.coverage import heat_maps
from curriculum.illustrations.demand import demand_charts
from curriculum.illustrations.flows import duty_flows
from curriculum.illustrations.years import year_plans

__all__ = ["career_maps", "demand_charts", "duty_flows", "heat_maps", "year_plans"]
