using Shop.Pickup.Domain;
using Shop.Pickup.Services;

namespace Shop.Pickup.Controllers;

public class PickupPointController : Controller
{
    private readonly PickupPointService _points;

    public PickupPointController(PickupPointService points)
    {
        _points = points;
    }

    [HttpGet("/pickup/points")]
    public IActionResult List(string city)
    {
        return Json(_points.OpenPointsIn(city));
    }

    [HttpPost("/pickup/points/{id}/reservations")]
    public IActionResult Reserve(int id, int orderId)
    {
        return Json(_points.ReserveShelf(id, orderId));
    }
}
