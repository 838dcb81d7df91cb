using Shop.Pickup.Domain;

namespace Shop.Pickup.Services;

public class PickupPointService
{
    private readonly List<PickupPoint> _points = new();

    public IReadOnlyList<PickupPoint> OpenPointsIn(string city)
    {
        return _points.Where(point => point.City == city && !point.Closed).ToList();
    }

    public bool ReserveShelf(int pointId, int orderId)
    {
        var point = _points.Single(candidate => candidate.Id == pointId);
        return point.FreeShelves.Remove(orderId);
    }
}
